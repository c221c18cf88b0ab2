package ai.myrecruiter.picasso.tasks;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * What a Catch hands on.
 *
 * @param error name of the error; for a function the exception's class
 * @param cause for a function the JSON of the exception; absent for a timeout
 */
public record ErrorOutput(
    @JsonProperty("Error") String error, @JsonProperty("Cause") Optional<String> cause) {

  /** The error for a person: its simple name and the message inside its cause. */
  public String sentence() {
    return simpleName(error) + cause.map(ErrorOutput::message).map(text -> ": " + text).orElse("");
  }

  /** The sentence of an error output in its JSON form; any other text is its own sentence. */
  public static String sentence(String text) {
    try {
      return Contracts.read(text, ErrorOutput.class).sentence();
    } catch (InvalidInput other) {
      return text;
    }
  }

  /** The last part of a dotted name, such as an exception's class. */
  public static String simpleName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String message(String cause) {
    try {
      return Contracts.tree(cause).path("errorMessage").asText(cause);
    } catch (InvalidInput plain) {
      return cause;
    }
  }
}
