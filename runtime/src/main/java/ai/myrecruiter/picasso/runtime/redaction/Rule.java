package ai.myrecruiter.picasso.runtime.redaction;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds one form of one category.
 *
 * @param pattern whose group {@code it} is what is taken out
 * @param holds what the found text must fulfil besides
 */
record Rule(Category category, Pattern pattern, Predicate<String> holds) {
  static Rule of(Category category, String pattern) {
    return of(category, pattern, found -> true);
  }

  static Rule of(Category category, String pattern, Predicate<String> holds) {
    return new Rule(category, Pattern.compile(pattern, Pattern.UNICODE_CASE), holds);
  }

  Stream<Span> find(String text) {
    return pattern
        .matcher(text)
        .results()
        .filter(match -> holds.test(match.group("it")))
        .map(match -> new Span(category, match.start("it"), match.end("it")));
  }
}
