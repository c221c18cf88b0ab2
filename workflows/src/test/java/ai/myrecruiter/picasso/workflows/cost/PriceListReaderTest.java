package ai.myrecruiter.picasso.workflows.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PriceListReaderTest {
  static final String BUILT_IN = builtIn();

  private static String builtIn() {
    try (var in = PriceList.class.getResourceAsStream("prices-us-east-1.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theListThatComesAlongHasEveryMeterWithItsSourceAndDay() {
    var list = PriceListReader.read(BUILT_IN);
    assertThat(list.region()).isEqualTo("us-east-1");
    assertThat(list.currency()).isEqualTo("USD");
    assertThat(list.asOf()).isEqualTo(LocalDate.of(2025, 12, 1));
    assertThat(list.prices().keySet()).containsExactly(Meter.values());
    assertThat(list.prices().values())
        .allSatisfy(price ->
            assertThat(price.source())
                .contains("pricing page")
                .contains(list.region())
                .contains(list.asOf().toString()));
    assertThat(list.of(Meter.LAMBDA_DURATION).price()).isEqualTo("0.0000133334");
    assertThat(list.of(Meter.LAMBDA_DURATION).above()).hasSize(2);
    assertThat(list.of(Meter.STEP_TRANSITIONS).free()).isEqualTo("4000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "price: \"0.40\" | price: 0.4 | $.prices.secrets.price = 0.4: must be a text",
        "price: \"0.40\" | price: \"-0.4\" | $.prices.secrets.price = -0.4: must be a decimal"
            + " number",
        "price: \"0.40\" | price: \"4e-1\" | $.prices.secrets.price = 4e-1: must be a decimal"
            + " number",
        "per: \"1\"    source: \"AWS Sec | per: \"7\"    source: \"AWS Sec | must be a power of"
            + " ten",
        "source: \"AWS Secrets Manager pricing page, us-east-1, 2025-12-01\" | note: \"x\" |"
            + " $.prices.secrets.source = nothing: must be a text",
        "region: us-east-1 | region: here | $.region = here: must name an AWS region",
        "currency: USD | currency: dollars | $.currency = dollars: must be a currency",
        "asOf: \"2025-12-01\" | asOf: \"2025-13-01\" | $.asOf = 2025-13-01: must be a day",
        "secrets: | sekrets: | $.prices.secrets = nothing: must be a mapping; add it",
        "secrets: | sekrets: | $.prices = sekrets: must have known fields only; did you mean"
            + " secrets?",
        "from: \"10000\" | from: \"9999999\" | $.prices.custom-metrics.above[1] = 250000: must"
            + " begin above",
      })
  void anErrorIsNamedWithPathValueRuleAndFix(String from, String to, String expected) {
    var before = from.replace("    source", "\n    source");
    assertThat(BUILT_IN).contains(before);
    var broken =
        before.startsWith("secrets")
            ? BUILT_IN.replace("\n  secrets:", "\n  sekrets:")
            : BUILT_IN.replace(before, to.replace("    source", "\n    source"));
    assertThatThrownBy(() -> PriceListReader.read(broken))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(expected);
  }

  @Test
  void allErrorsAreSaidAtOnce() {
    var broken = BUILT_IN.replace("USD", "usd").replace("\"0.40\"", "0.40");
    assertThatThrownBy(() -> PriceListReader.read(broken))
        .hasMessageContaining("$.currency")
        .hasMessageContaining("$.prices.secrets.price");
    assertThatThrownBy(() -> PriceListReader.read("")).hasMessageContaining("must be a price list");
  }

  @Test
  void aListWithoutAMeterCannotBeMade() {
    assertThatThrownBy(() -> new PriceList("us-east-1", "USD", LocalDate.of(2025, 12, 1), Map.of()))
        .hasMessageContaining("$.prices.lambda-requests = nothing")
        .hasMessageContaining("$.prices.data-out = nothing");
  }
}
