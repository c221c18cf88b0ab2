package ai.myrecruiter.picasso.tasks.health;

import ai.myrecruiter.picasso.workflows.Environment;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * What is checked.
 *
 * @param qualifier the version or alias of the function to ask
 * @param companions the other functions of a release, each {@code NAME:QUALIFIER}; without a
 *     qualifier the alias is asked
 * @param parent the execution that started the check, set by the service
 */
public record HealthTarget(
    Environment environment,
    String function,
    String alias,
    String qualifier,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<String> companions,
    @JsonProperty("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID") Optional<String> parent) {
  /** Copies the names. */
  public HealthTarget {
    companions = List.copyOf(companions);
  }

  /** One function. */
  public HealthTarget(Environment environment, String function, String alias, String qualifier) {
    this(environment, function, alias, qualifier, List.of(), Optional.empty());
  }

  /** The companions as targets of their own. */
  List<HealthTarget> others() {
    return companions.stream().map(this::other).toList();
  }

  private HealthTarget other(String companion) {
    var colon = companion.indexOf(':');
    return colon < 0
        ? new HealthTarget(environment, companion, alias, alias)
        : new HealthTarget(
            environment, companion.substring(0, colon), alias, companion.substring(colon + 1));
  }

  /** What is asked, for a person: {@code NAME:QUALIFIER}. */
  String asked() {
    return function + ":" + qualifier;
  }
}
