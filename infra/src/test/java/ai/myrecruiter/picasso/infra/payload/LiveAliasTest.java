package ai.myrecruiter.picasso.infra.payload;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import ai.myrecruiter.picasso.infra.artifact.Inputs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

/** CloudFormation calls Lambda for a resource only when a property of it has another value. */
final class LiveAliasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir Path folder;

  @Test
  void takesItsVersionFromTheParameterInEveryEnvironment() {
    for (var environment : List.of("staging", "production")) {
      var template = SynthesizedApp.template("picasso-" + environment + "-payload");
      assertThat(alias(template).path("Properties").path("FunctionVersion").toString())
          .isEqualTo("{\"Ref\":\"StableVersion\"}");
      assertThat(template.path("Parameters").path("StableVersion").path("Default").asText())
          .isEqualTo("1");
    }
  }

  @Test
  void hasNoPropertyThatWouldOverwriteWhatARolloutWrote() {
    var properties = alias(SynthesizedApp.template("picasso-staging-payload")).path("Properties");
    assertThat(properties.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("FunctionName", "FunctionVersion", "Name");
    assertThat(alias(SynthesizedApp.template("picasso-staging-payload")).has("UpdatePolicy"))
        .isFalse();
  }

  @Test
  void hasTheSamePropertiesWhenADeploymentBringsNewCode() throws IOException {
    var before = synthesize("before", "code of version 1");
    var after = synthesize("after", "code of version 2");
    assertThat(version(after)).isNotEqualTo(version(before));
    assertThat(alias(after).path("Properties")).isEqualTo(alias(before).path("Properties"));
  }

  @Test
  void waitsForTheFirstVersion() {
    var template = SynthesizedApp.template("picasso-staging-payload");
    assertThat(alias(template).path("DependsOn").toString()).contains(version(template));
  }

  @Test
  void acceptsOnlyAPublishedVersionForTheParameter() {
    var pattern =
        Pattern.compile(
            SynthesizedApp.template("picasso-staging-payload")
                .path("Parameters")
                .path("StableVersion")
                .path("AllowedPattern")
                .asText());
    for (var version : List.of("1", "42", "1000000")) {
      assertThat(pattern.matcher(version).matches()).as(version).isTrue();
    }
    for (var version : List.of("$LATEST", "0", "01", "", "-1", "live")) {
      assertThat(pattern.matcher(version).matches()).as(version).isFalse();
    }
  }

  private JsonNode synthesize(String name, String code) throws IOException {
    var output = folder.resolve(name);
    var app = App.Builder.create().outdir(output.toString()).analyticsReporting(false).build();
    var inputs =
        new Inputs(
            Path.of("unused"), SynthesizedApp.jar(code), Path.of("unused"), Path.of("unused"));
    new PayloadStack(app, SynthesizedApp.settings("staging"), inputs);
    app.synth();
    return JSON.readTree(output.resolve("picasso-staging-payload.template.json").toFile());
  }

  private static JsonNode alias(JsonNode template) {
    return template.path("Resources").path("Live");
  }

  private static String version(JsonNode template) {
    for (var resource : template.path("Resources").properties()) {
      if (resource.getValue().path("Type").asText().equals("AWS::Lambda::Version")) {
        return resource.getKey();
      }
    }
    throw new AssertionError("no version in " + template);
  }
}
