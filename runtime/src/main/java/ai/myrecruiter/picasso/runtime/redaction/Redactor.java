package ai.myrecruiter.picasso.runtime.redaction;

/** Takes what identifies a person out of a text. */
public interface Redactor {
  /**
   * The text without personal information.
   *
   * @throws RedactionFailed when that cannot be promised; the text must then not be kept
   */
  RedactedText redact(String text) throws RedactionFailed;
}
