package ai.myrecruiter.picasso.tests.browser;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.ImmutableCapabilities;

/** A browser engine, its driver and what makes it start on a machine without a screen. */
enum Engine {
  /** Debian's packages chromium and chromium-driver. */
  CHROMIUM("chromedriver", "chromium-driver") {
    @Override
    Capabilities capabilities() {
      return new ImmutableCapabilities(
          "browserName",
          "chrome",
          "goog:chromeOptions",
          Map.of("binary", Programs.find("chromium", "chromium"), "args", FLAGS));
    }
  },

  /** Debian's packages webkit2gtk-driver and xvfb: the WebKit of GTK, without a sandbox as root. */
  WEBKIT("WebKitWebDriver", "webkit2gtk-driver") {
    @Override
    Capabilities capabilities() {
      return new ImmutableCapabilities(
          "browserName",
          "MiniBrowser",
          "webkitgtk:browserOptions",
          Map.of("binary", Programs.miniBrowser(), "args", List.of("--automation")));
    }
  };

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=420,800");

  private final String driver;
  private final String debianPackage;

  Engine(String driver, String debianPackage) {
    this.driver = driver;
    this.debianPackage = debianPackage;
  }

  abstract Capabilities capabilities();

  /** Path of the engine's WebDriver. */
  String driver() {
    return Programs.find(driver, debianPackage);
  }

  /** What its driver is started with. */
  Map<String, String> environment() {
    return switch (this) {
      case CHROMIUM -> Map.of();
      case WEBKIT -> Map.of("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    };
  }
}
