package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.functionurl.Cors;
import ai.myrecruiter.picasso.local.functionurl.InvokeMode;
import java.net.URI;

/**
 * Opens the Function URL of a function's alias: over HTTP on a real clock, by name only on a
 * virtual one.
 */
@FunctionalInterface
public interface UrlOpener {
  /**
   * Opens the URL.
   *
   * @param target {@code name:alias}
   */
  URI open(String target, Cors cors, InvokeMode mode);

  /** Closes a URL that was opened; one that is not open is let be. */
  default void close(URI url) {}
}
