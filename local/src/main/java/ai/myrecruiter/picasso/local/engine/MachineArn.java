package ai.myrecruiter.picasso.local.engine;

import java.util.Optional;

/**
 * The ARN of a state machine, of one of its versions or of one of its aliases.
 *
 * @param machine the ARN without the qualifier
 * @param qualifier the number of a version or the name of an alias
 */
record MachineArn(String machine, Optional<String> qualifier) {
  private static final int PARTS = 7;

  static MachineArn parse(String text) {
    var parts = Names.check(text, "stateMachine").split(":", -1);
    if (parts.length == PARTS) {
      return new MachineArn(text, Optional.empty());
    }
    if (parts.length == PARTS + 1 && !parts[PARTS].isEmpty()) {
      var qualifier = parts[PARTS];
      return new MachineArn(
          text.substring(0, text.length() - qualifier.length() - 1), Optional.of(qualifier));
    }
    throw Refusals.invalidArn("Invalid Arn: 'Invalid ARN: " + text + "'");
  }

  /** The number when the qualifier is one of a version. */
  Optional<Integer> version() {
    return qualifier.filter(text -> text.matches("[1-9]\\d{0,8}")).map(Integer::valueOf);
  }

  /** Refuses a qualifier where only the state machine itself can be meant. */
  MachineArn unqualified() {
    if (qualifier.isPresent()) {
      throw Refusals.invalid(
          "The ARN must name a state machine without version or alias, not %s:%s"
              .formatted(machine, qualifier.get()));
    }
    return this;
  }
}
