package ai.myrecruiter.picasso.workflows.contract;

/**
 * Writes one document again and again, as {@link Contracts#write} does. Parts of it that {@link
 * KeepsText keep their text} and are still the objects they were the last time are not taken apart
 * again.
 */
public final class DocumentWriter {
  private final KeptTexts kept = new KeptTexts();

  /**
   * The canonical JSON of a value.
   *
   * @throws IllegalArgumentException when the value has no form in JSON (an infinity): a defect
   */
  public synchronized String write(Object value) {
    kept.next();
    return Contracts.write(value, kept);
  }
}
