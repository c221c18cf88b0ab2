package ai.myrecruiter.picasso.local.lambda;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static ai.myrecruiter.picasso.local.lambda.TestLambda.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

final class PublishedVersionsTest {
  private final TestLambda lambda = TestLambda.virtual(1).withChat(2);

  @AfterEach
  void close() {
    lambda.close();
  }

  @Test
  void keepsAPublishedVersionAsItWasWhenTheFunctionChanges() {
    lambda.client.updateFunctionConfiguration(request ->
        request
            .functionName(CHAT)
            .timeout(60)
            .environment(environment -> environment.variables(Map.of("RELEASE", "later"))));
    var version = lambda.client.getFunctionConfiguration(r -> r.functionName(CHAT).qualifier("2"));
    assertThat(version.timeout()).isEqualTo(30);
    assertThat(version.environment().variables()).containsEntry("RELEASE", "r2");
    assertThat(version.functionArn()).endsWith(":function:picasso-staging-chat:2");
    var latest = lambda.client.getFunctionConfiguration(r -> r.functionName(CHAT));
    assertThat(latest.timeout()).isEqualTo(60);
    assertThat(latest.version()).isEqualTo("$LATEST");
  }

  @Test
  void givesTheLastVersionWhenNothingChangedSince() {
    assertThat(lambda.client.publishVersion(r -> r.functionName(CHAT)).version()).isEqualTo("2");
    lambda.client.updateFunctionConfiguration(r -> r.functionName(CHAT).memorySize(512));
    var third = lambda.client.publishVersion(r -> r.functionName(CHAT).description("bigger"));
    assertThat(third.version()).isEqualTo("3");
    assertThat(third.description()).isEqualTo("bigger");
    assertThat(third.memorySize()).isEqualTo(512);
  }

  @Test
  void refusesToPublishOtherCodeThanTheCallerNamed() {
    assertThatThrownBy(
            () -> lambda.client.publishVersion(r -> r.functionName(CHAT).codeSha256("other")))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("CodeSHA256 (other)");
    var sha = lambda.client.getFunction(r -> r.functionName(CHAT)).configuration().codeSha256();
    assertThat(lambda.client.publishVersion(r -> r.functionName(CHAT).codeSha256(sha)).codeSha256())
        .isEqualTo(sha);
  }

  @Test
  void refusesAWriteThatKnowsAnOlderRevision() {
    var old = lambda.client.getFunctionConfiguration(r -> r.functionName(CHAT)).revisionId();
    lambda.client.updateFunctionConfiguration(
        r -> r.functionName(CHAT).revisionId(old).description("first"));
    assertThatThrownBy(() ->
            lambda.client.updateFunctionConfiguration(
                r -> r.functionName(CHAT).revisionId(old).description("second")))
        .isInstanceOfSatisfying(
            PreconditionFailedException.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThat(lambda.client.getFunctionConfiguration(r -> r.functionName(CHAT)).description())
        .isEqualTo("first");
  }

  @Test
  void runsTheCodeThatAVersionWasPublishedWith() throws Exception {
    var one = PayloadJar.compiled(Map.of("Say", handler("one")));
    var two = PayloadJar.compiled(Map.of("Say", handler("two")));
    lambda.client.createFunction(r ->
        r.functionName("say")
            .role(ROLE)
            .handler("code.Say::handleRequest")
            .publish(true)
            .code(code -> code.zipFile(bytes(one))));
    lambda.client.updateFunctionCode(r -> r.functionName("say").publish(true).zipFile(bytes(two)));
    Files.delete(one);
    Files.delete(two);
    assertThat(TestLambda.text(lambda.invoke("say:1", "{}"))).isEqualTo("\"one\"");
    assertThat(TestLambda.text(lambda.invoke("say:2", "{}"))).isEqualTo("\"two\"");
  }

  private static SdkBytes bytes(java.nio.file.Path file) {
    try {
      return SdkBytes.fromByteArray(Files.readAllBytes(file));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String handler(String word) {
    return """
    public class Say implements com.amazonaws.services.lambda.runtime.RequestStreamHandler {
      public void handleRequest(java.io.InputStream in, java.io.OutputStream out,
          com.amazonaws.services.lambda.runtime.Context context) throws java.io.IOException {
        out.write("\\"%s\\"".getBytes());
      }
    }
    """
        .formatted(word);
  }

  @Test
  void listsEveryVersionBehindLatest() {
    assertThat(lambda.client.listVersionsByFunction(r -> r.functionName(CHAT)).versions())
        .extracting(FunctionConfiguration::version)
        .containsExactly("$LATEST", "1", "2");
  }

  @Test
  void deletesAVersionOnlyWhenNoAliasUsesIt() {
    assertThatThrownBy(() -> lambda.client.deleteFunction(r -> r.functionName(CHAT).qualifier("1")))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("alias live");
    lambda.client.deleteFunction(r -> r.functionName(CHAT).qualifier("2"));
    assertThatThrownBy(() -> lambda.client.getFunction(r -> r.functionName(CHAT).qualifier("2")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void refusesCodeThatIsNoArchive() {
    assertThatThrownBy(() ->
            lambda.client.updateFunctionCode(
                r -> r.functionName(CHAT).zipFile(SdkBytes.fromUtf8String("not a zip"))))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("Could not unzip");
  }

  @Test
  void saysWhichFunctionDoesNotExist() {
    assertThatThrownBy(() -> lambda.client.getFunction(r -> r.functionName("picasso-none")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("function:picasso-none");
  }
}
