package ai.myrecruiter.picasso.runtime.redaction;

/**
 * A text that a redactor has been through: the only kind that a summary takes. It can be made by
 * redactors, and read back from a store that holds nothing else.
 *
 * @param value with marks such as {@code [NAME]} in place of what was taken out
 */
public record RedactedText(String value) {
  /** Every text read back from the summaries was redacted before it was written. */
  public static RedactedText kept(String value) {
    return new RedactedText(value);
  }

  /** The beginning of the text, at most so many characters, never half a character. */
  public RedactedText shortened(int most) {
    if (value.length() <= most) {
      return this;
    }
    int end = Character.isHighSurrogate(value.charAt(most - 1)) ? most - 1 : most;
    return new RedactedText(value.substring(0, end));
  }
}
