package ai.myrecruiter.picasso.runtime.redaction;

/** Kinds of personal information that the rules find. */
enum Category {
  EMAIL,
  CARD,
  SSN,
  MRN,
  PHONE,
  DATE_OF_BIRTH,
  ADDRESS,
  NAME;

  /** What stands in the text instead. */
  String mark() {
    return "[" + name() + "]";
  }
}
