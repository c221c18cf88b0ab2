package ai.myrecruiter.picasso.workflows.deployment;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Times in which nothing is deployed. */
public final class FreezeWindows {
  private record Window(Instant from, Instant until) {}

  private final List<Window> windows;

  private FreezeWindows(List<Window> windows) {
    this.windows = List.copyOf(windows);
  }

  /**
   * Windows from a text such as {@code 2026-12-23T00:00:00Z/2027-01-02T00:00:00Z}, separated by
   * commas; none from an empty text.
   *
   * @throws InvalidInput when an interval cannot be read or ends before it begins
   */
  public static FreezeWindows parse(String text) {
    return new FreezeWindows(
        Stream.of(text.split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(FreezeWindows::window)
            .toList());
  }

  private static Window window(String text) {
    try {
      var parts = text.split("/", 2);
      var window = new Window(Instant.parse(parts[0]), Instant.parse(parts[parts.length - 1]));
      if (window.until().isAfter(window.from())) {
        return window;
      }
    } catch (DateTimeException unreadable) {
      throw refused(text);
    }
    throw refused(text);
  }

  private static InvalidInput refused(String text) {
    return new InvalidInput(
        "freezeWindows",
        text,
        "must be two instants with a slash between them, the earlier first",
        "write it like 2026-12-23T00:00:00Z/2027-01-02T00:00:00Z");
  }

  /** When the window ends that an instant is in; empty when it is in none. */
  public Optional<Instant> frozenUntil(Instant at) {
    return windows.stream()
        .filter(it -> !at.isBefore(it.from()) && at.isBefore(it.until()))
        .map(Window::until)
        .max(Instant::compareTo);
  }
}
