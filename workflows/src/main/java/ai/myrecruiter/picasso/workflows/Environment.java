package ai.myrecruiter.picasso.workflows;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A place that is released to; there is one lease and one set of state machines in each. */
public enum Environment {
  /** Rehearses production: the same machinery with relaxed thresholds. */
  STAGING("staging"),
  /** Serves patients and clinics. */
  PRODUCTION("production");

  private final String value;

  Environment(String value) {
    this.value = value;
  }

  /**
   * The environment of a name.
   *
   * @throws InvalidInput naming the known environments when the name is none of them
   */
  @JsonCreator
  public static Environment parse(String text) {
    for (var environment : values()) {
      if (environment.value.equals(text)) {
        return environment;
      }
    }
    var known = Arrays.stream(values()).map(Environment::value).collect(Collectors.joining(" or "));
    throw new InvalidInput("environment", text, "must be " + known, "use one of them, lower case");
  }

  /** The name in documents, options and resource names. */
  @JsonValue
  public String value() {
    return value;
  }

  /** What the name of every resource of this environment begins with. */
  public String prefix() {
    return "picasso-" + value + "-";
  }

  @Override
  public String toString() {
    return value;
  }
}
