package ai.myrecruiter.picasso.workflows.cost;

import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.math.BigDecimal;

/** Small templates and the usage of a rollout. */
final class Templates {
  static final PriceList PRICES = PriceListReader.read(PriceListReaderTest.BUILT_IN);
  static final RolloutUsage ROLLOUT =
      new RolloutUsage(2, 1000, 300, 500, new BigDecimal("200.5"), 2000, 100);
  static final String TASK =
      """
      "Task": {"Type": "AWS::Lambda::Function", "Properties":
        {"FunctionName": "picasso-staging-watch", "MemorySize": 512, "Architectures": ["arm64"]}}\
      """;

  private Templates() {}

  static Template of(String... resources) {
    return new Template(
        TemplateResource.of(
            "stack",
            Contracts.tree("{\"Resources\": {%s}}".formatted(String.join(",", resources)))));
  }

  static String resource(String id, String type, String properties) {
    return "\"%s\": {\"Type\": \"%s\", \"Properties\": {%s}}".formatted(id, type, properties);
  }

  static Estimate estimate(Template template) {
    return Estimate.of(template, ROLLOUT, PRICES, Assumptions.STANDARD, false);
  }
}
