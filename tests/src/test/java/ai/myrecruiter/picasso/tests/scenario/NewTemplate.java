package ai.myrecruiter.picasso.tests.scenario;

import ai.myrecruiter.picasso.local.s3.Buckets;
import ai.myrecruiter.picasso.workflows.deployment.CanonicalJson;
import ai.myrecruiter.picasso.workflows.deployment.StableParameters;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/** The payload's template as synthesized, changed as the next release would change it. */
public final class NewTemplate {
  /** The stack that it is for. */
  public static final String STACK = "picasso-staging-payload";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CODE = "Chat26DEB33F";
  private final ObjectNode template;

  private NewTemplate(ObjectNode template) {
    this.template = template;
  }

  /** The template that is deployed. */
  public static NewTemplate same() {
    var file = SharedStage.ASSEMBLY.resolve(STACK + ".template.json");
    try {
      return new NewTemplate((ObjectNode) JSON.readTree(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with other code, of which CDK publishes a version under a new logical id. */
  public NewTemplate withCode(String label) {
    properties(chat()).withObject("/Code").put("S3Key", label + ".zip");
    var old = logicalId("AWS::Lambda::Version", "ChatCurrentVersion");
    var version = resources().remove(old);
    resources().set("ChatCurrentVersion" + label, version);
    ((ObjectNode) resources().path("Live")).putArray("DependsOn").add("ChatCurrentVersion" + label);
    return this;
  }

  /** The same without a resource. */
  public NewTemplate without(String logicalId) {
    resources().remove(logicalId);
    return this;
  }

  /** The same with a property of a resource. */
  public NewTemplate with(String logicalId, String property, String value) {
    properties(logicalId).put(property, value);
    return this;
  }

  /** The same whose logs are kept for a day only, which somebody has to agree to. */
  public NewTemplate withShorterLogs() {
    return with(logicalId("AWS::Logs::LogGroup", "ChatLogs"), "RetentionInDays", "1");
  }

  /** The same where every name of one resource is that of another. */
  public NewTemplate replacing(String logicalId, String other) {
    try {
      var text = template.toString().replace('"' + logicalId + '"', '"' + other + '"');
      return new NewTemplate((ObjectNode) JSON.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The logical id of the chat function. */
  public String chat() {
    return CODE;
  }

  /** The first resource of a type whose logical id begins so. */
  public String logicalId(String type, String prefix) {
    return resources().properties().stream()
        .filter(it -> it.getValue().path("Type").asText().equals(type))
        .map(Map.Entry::getKey)
        .filter(id -> id.startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }

  private ObjectNode resources() {
    return template.withObject("/Resources");
  }

  private ObjectNode properties(String logicalId) {
    return resources().withObject("/" + logicalId + "/Properties");
  }

  /** Uploads template and code, looks for drift, and gives what to ask of the stack. */
  public StackChange uploaded(Rehearsal rehearsal, String label) {
    try {
      var file = Files.createTempFile("picasso-template", ".json");
      file.toFile().deleteOnExit();
      Files.writeString(file, template.toString());
      var buckets = rehearsal.stage().buckets();
      buckets.put(Buckets.BOOTSTRAP, label + ".json", file);
      buckets.put(Buckets.BOOTSTRAP, label + ".zip", SharedStage.labelled(label));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rehearsal.stage().cloudFormation().detectStackDrift(it -> it.stackName(STACK));
    rehearsal.runFor(Duration.ofSeconds(10));
    return new StackChange(
        "000000000000",
        "us-east-1",
        STACK,
        "https://%s.s3.us-east-1.amazonaws.com/%s.json".formatted(Buckets.BOOTSTRAP, label),
        CanonicalJson.digest(template),
        StableParameters.of(template),
        Map.of());
  }
}
