package ai.myrecruiter.picasso.runtime.streaming;

/** Joins characters that a model's events have split between their two halves. */
final class Surrogates {
  private String held = "";

  /** The text that can be sent now, without a half at its end. */
  String next(String text) {
    var whole = held + text;
    boolean half = !whole.isEmpty() && Character.isHighSurrogate(whole.charAt(whole.length() - 1));
    int end = half ? whole.length() - 1 : whole.length();
    held = whole.substring(end);
    return whole.substring(0, end);
  }
}
