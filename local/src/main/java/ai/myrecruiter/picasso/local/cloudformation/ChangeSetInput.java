package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;

/** Reads what a change set is asked for: its template, its parameters, what it may do. */
final class ChangeSetInput {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NAMED =
      Set.of("RoleName", "ManagedPolicyName", "UserName", "GroupName", "InstanceProfileName");
  private final CloudFormation service;
  private final LiveStack stack;
  private final CreateChangeSetRequest request;

  ChangeSetInput(CloudFormation service, LiveStack stack, CreateChangeSetRequest request) {
    this.service = service;
    this.stack = stack;
    this.request = request;
  }

  /** The plan of the stack as it is to be; a template that cannot be made is refused. */
  PlannedStack plan() {
    var template = template();
    capabilities(template);
    var source = new StackTemplate(stack.name, template, Map.of());
    var findings = new Findings();
    try {
      TemplateSections.check(source, findings);
      var values =
          new ParameterValues(service.account, findings)
              .resolve(
                  template.path("Parameters"), parameters(template), stack.name + ".Parameters");
      var named = new StackValues(service.account, stack.name, values);
      var plan =
          new StackPlanner(
                  source, service.types, named, Set.copyOf(service.exports.keySet()), findings)
              .plan();
      findings.refuse();
      return plan;
    } catch (TemplateRefused refused) {
      throw StackErrors.validation("Template error: " + refused.getMessage());
    }
  }

  private JsonNode template() {
    if (Boolean.TRUE.equals(request.usePreviousTemplate())) {
      return stack.template().template();
    }
    return read(service, request.templateBody(), request.templateURL());
  }

  /** The template of a request, from its body or from what was uploaded. */
  static JsonNode read(CloudFormation service, @Nullable String given, @Nullable String url) {
    if (given == null && url == null) {
      throw StackErrors.validation("Either Template URL or Template Body must be specified.");
    }
    var body = given == null ? uploaded(service, String.valueOf(url)) : given;
    try {
      var template = JSON.readTree(body);
      if (template.path("Resources").isObject()) {
        return template;
      }
    } catch (JsonProcessingException e) {
      throw StackErrors.validation("Template format error: JSON not well-formed.");
    }
    throw StackErrors.validation(
        "Template format error: At least one Resources member must be defined.");
  }

  private static String uploaded(CloudFormation service, String url) {
    var named = TemplateUrl.of(url);
    var file =
        service
            .uploads
            .find(named.bucket(), named.key())
            .orElseThrow(() -> StackErrors.validation("S3 error: Access Denied"));
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> parameters(JsonNode template) {
    var given = new HashMap<String, String>();
    for (var parameter : request.parameters()) {
      if (!Boolean.TRUE.equals(parameter.usePreviousValue())) {
        given.put(parameter.parameterKey(), parameter.parameterValue());
      } else if (!isStored(template, parameter.parameterKey())) {
        var before = stack.plan.map(it -> it.values().parameters().get(parameter.parameterKey()));
        given.put(
            parameter.parameterKey(),
            before
                .map(JsonNode::asText)
                .orElseThrow(() ->
                    StackErrors.validation(
                        "Invalid input for parameter key %s. Cannot specify usePreviousValue as true for a parameter key not in the previous template"
                            .formatted(parameter.parameterKey()))));
      }
    }
    return given;
  }

  /** The value before was a name in the parameter store, which is the default's still. */
  private static boolean isStored(JsonNode template, String parameter) {
    return template
        .path("Parameters")
        .path(parameter)
        .path("Type")
        .asText()
        .startsWith("AWS::SSM::Parameter::");
  }

  private void capabilities(JsonNode template) {
    boolean iam = false;
    var named = false;
    for (var resource : template.path("Resources")) {
      if (resource.path("Type").asText().startsWith("AWS::IAM::")) {
        iam = true;
        var fields = new HashSet<String>();
        resource.path("Properties").fieldNames().forEachRemaining(fields::add);
        fields.retainAll(NAMED);
        named |= !fields.isEmpty();
      }
    }
    var given = request.capabilities();
    boolean mayName = given.contains(Capability.CAPABILITY_NAMED_IAM);
    if (named && !mayName) {
      throw StackErrors.capabilities("CAPABILITY_NAMED_IAM");
    }
    if (iam && !mayName && !given.contains(Capability.CAPABILITY_IAM)) {
      throw StackErrors.capabilities("CAPABILITY_IAM");
    }
  }
}
