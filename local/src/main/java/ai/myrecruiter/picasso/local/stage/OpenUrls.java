package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.cloudformation.UrlOpener;
import ai.myrecruiter.picasso.local.functionurl.Cors;
import ai.myrecruiter.picasso.local.functionurl.FunctionUrls;
import ai.myrecruiter.picasso.local.functionurl.InvokeMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Opens Function URLs on the loopback address.
 *
 * @param origin from which a browser may call, beside those of the template
 * @param port of the first URL; the others have any that is free
 */
record OpenUrls(FunctionUrls urls, Optional<String> origin, AtomicInteger port)
    implements UrlOpener {
  @Override
  public URI open(String target, Cors cors, InvokeMode mode) {
    try {
      var origins = origin.map(cors::allowing).orElse(cors);
      return urls.open(target, origins, mode, port.getAndSet(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close(URI url) {
    urls.close(url);
  }
}
