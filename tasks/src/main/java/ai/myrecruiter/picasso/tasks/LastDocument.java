package ai.myrecruiter.picasso.tasks;

import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.Optional;

/**
 * The document of a table that a task read or wrote last. A task that is called every few seconds
 * finds the same text most of the time, and then knows what it says without taking it apart again.
 *
 * @param <T> the contract of the document
 */
public final class LastDocument<T> {
  private final Class<T> type;
  private volatile Optional<Known<T>> last = Optional.empty();

  private record Known<T>(String text, T value) {}

  /** No document yet. */
  public LastDocument(Class<T> type) {
    this.type = type;
  }

  /** What a document says. */
  public T read(String text) {
    var known =
        last.filter(before -> before.text().equals(text))
            .orElseGet(() -> new Known<>(text, Contracts.read(text, type)));
    last = Optional.of(known);
    return known.value();
  }

  /** A document was written that says this. */
  public void written(String text, T value) {
    last = Optional.of(new Known<>(text, value));
  }
}
