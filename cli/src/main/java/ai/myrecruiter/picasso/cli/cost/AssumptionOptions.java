package ai.myrecruiter.picasso.cli.cost;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.cost.Assumption;
import ai.myrecruiter.picasso.workflows.cost.Assumptions;
import java.math.BigDecimal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option for every assumption of an estimate. */
final class AssumptionOptions {
  private static final int LONGEST = 40;

  private AssumptionOptions() {}

  /** Adds the options to a command. */
  static void addTo(CommandSpec command) {
    for (var assumption : Assumption.values()) {
      command.addOption(
          OptionSpec.builder(name(assumption))
              .paramLabel("N")
              .type(String.class)
              .description(
                  "Assumed %s (%s)."
                      .formatted(assumption.text(), assumption.standard().toPlainString()))
              .build());
    }
  }

  /**
   * The values of the options that were given, and the defaults of the others.
   *
   * @throws InvalidInput when one is no number, negative, or more than is believed
   */
  static Assumptions of(CommandSpec command) {
    var assumptions = Assumptions.STANDARD;
    for (var assumption : Assumption.values()) {
      String text = command.findOption(name(assumption)).getValue();
      if (text != null) {
        assumptions = assumptions.with(assumption, number(assumption, text));
      }
    }
    return assumptions;
  }

  private static BigDecimal number(Assumption assumption, String text) {
    InvalidInput.unless(
        text.length() <= LONGEST && text.matches("-?[0-9]+(\\.[0-9]+)?"),
        name(assumption),
        text,
        "must be a decimal number",
        "write it like " + assumption.standard().toPlainString());
    return new BigDecimal(text);
  }

  private static String name(Assumption assumption) {
    return "--" + assumption.id();
  }
}
