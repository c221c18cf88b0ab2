package ai.myrecruiter.picasso.runtime.redaction;

/**
 * A part of a text.
 *
 * @param from index of its first character
 * @param to index after its last character
 */
record Span(Category category, int from, int to) {
  boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }
}
