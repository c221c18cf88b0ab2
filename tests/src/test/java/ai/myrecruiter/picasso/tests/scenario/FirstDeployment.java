package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.cloudformation.CloudAssembly;
import ai.myrecruiter.picasso.local.cloudformation.StackTemplate;
import ai.myrecruiter.picasso.local.s3.Buckets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

/**
 * A first deployment by the SDK alone: files to the bucket of the bootstrap, then stack after
 * stack.
 *
 * @param pass lets some time pass
 */
record FirstDeployment(CloudFormationClient cloudFormation, S3Client s3, Runnable pass) {
  static final List<StackTemplate> STACKS =
      CloudAssembly.read(SharedStage.ASSEMBLY).stacksOf("staging");

  /** Uploads and creates everything. */
  void run() {
    for (var stack : STACKS) {
      stack.assets().forEach(this::upload);
      assertThat(create(stack)).as(stack.name()).isEqualTo("CREATE_COMPLETE");
    }
  }

  void upload(String key, Path file) {
    s3.putObject(
        put -> put.bucket(Buckets.BOOTSTRAP).key(key).checksumAlgorithm(ChecksumAlgorithm.SHA256),
        RequestBody.fromFile(file));
  }

  /** Creates one stack of what was uploaded, and gives the status that it ends with. */
  String create(StackTemplate stack) {
    cloudFormation.createChangeSet(create ->
        create
            .stackName(stack.name())
            .changeSetName("first")
            .changeSetType(ChangeSetType.CREATE)
            .capabilities(Capability.CAPABILITY_NAMED_IAM)
            .templateURL(url(stack)));
    await(() -> changeSetStatus(stack).equals("CREATE_PENDING"));
    assertThat(changeSetStatus(stack)).isEqualTo("CREATE_COMPLETE");
    cloudFormation.executeChangeSet(it -> it.stackName(stack.name()).changeSetName("first"));
    await(() -> status(stack.name()).endsWith("_IN_PROGRESS"));
    return status(stack.name());
  }

  /** The template is one of the files, by the digest of it as its name. */
  private static String url(StackTemplate stack) {
    var key =
        stack.assets().entrySet().stream()
            .filter(it -> it.getValue().toString().endsWith(".template.json"))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return "https://%s.s3.us-east-1.amazonaws.com/%s".formatted(Buckets.BOOTSTRAP, key);
  }

  private String changeSetStatus(StackTemplate stack) {
    return cloudFormation
        .describeChangeSet(it -> it.stackName(stack.name()).changeSetName("first"))
        .statusAsString();
  }

  private String status(String stack) {
    return cloudFormation
        .describeStacks(it -> it.stackName(stack))
        .stacks()
        .getFirst()
        .stackStatusAsString();
  }

  private void await(BooleanSupplier underway) {
    for (int i = 0; i < 600 && underway.getAsBoolean(); i++) {
      pass.run();
    }
  }
}
