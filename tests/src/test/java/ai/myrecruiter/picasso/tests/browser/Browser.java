package ai.myrecruiter.picasso.tests.browser;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.remote.RemoteWebDriver;

/** One run of a browser, driven by the W3C WebDriver protocol through its own driver. */
final class Browser implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final @Nullable Display display;
  private final Process driver;
  private final RemoteWebDriver web;

  private Browser(@Nullable Display display, Process driver, RemoteWebDriver web) {
    this.display = display;
    this.driver = driver;
    this.web = web;
  }

  static Browser start(Engine engine) throws Exception {
    var display = engine == Engine.WEBKIT ? new Display() : null;
    int port = freePort();
    var command = new ProcessBuilder(engine.driver(), "--port=" + port);
    command.environment().putAll(engine.environment());
    if (display != null) {
      command.environment().put("DISPLAY", display.number());
    }
    command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    var driver = command.start();
    awaitPort(port, driver);
    var address = URI.create("http://127.0.0.1:" + port).toURL();
    return new Browser(display, driver, new RemoteWebDriver(address, engine.capabilities()));
  }

  /** The protocol's client. */
  RemoteWebDriver web() {
    return web;
  }

  /** The value of a JavaScript expression in the page. */
  @Nullable Object value(String expression) {
    return run("return " + expression);
  }

  /** Runs statements in the page, and gives what they return. */
  @Nullable Object run(String script) {
    return web.executeScript(script);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port, Process driver) throws Exception {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (driver.isAlive() && System.nanoTime() < limit) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (ConnectException notYet) {
        Thread.sleep(50);
      }
    }
    throw new IOException("the browser's driver did not listen on port " + port);
  }

  @Override
  public void close() {
    try {
      web.quit();
    } finally {
      driver.destroy();
      if (display != null) {
        display.close();
      }
    }
  }
}
