package ai.myrecruiter.picasso.tests.browser;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The demo page as a person uses it. */
final class ChatPage {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String LISTEN =
      """
      window.problems = [];
      const note = (what) => window.problems.push(String(what));
      window.addEventListener('error', (event) => note(event.message));
      window.addEventListener('unhandledrejection', (event) => note(event.reason));
      for (const level of ['error', 'warn']) console[level] = (...all) => note(all.join(' '));
      return true;
      """;
  private static final String CONTRAST =
      """
      const rgb = (color) => color.match(/[\\d.]+/g).map(Number);
      const light = ([r, g, b]) => [r, g, b]
          .map((c) => c / 255)
          .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
          .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
      const ground = (one) => {
        const color = rgb(getComputedStyle(one).backgroundColor);
        return color[3] === 0 && one.parentElement ? ground(one.parentElement) : color;
      };
      const ratios = [...document.querySelectorAll('h1, p, li, label, textarea, button')]
          .filter((one) => one.checkVisibility?.() ?? one.offsetParent)
          .map((one) => [light(rgb(getComputedStyle(one).color)), light(ground(one))])
          .map(([a, b]) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
      return Math.min(...ratios);
      """;
  private final Browser browser;

  /** Opens the page and waits until it can be used. */
  ChatPage(Browser browser, URI address) {
    this.browser = browser;
    browser.web().get(address.toString());
    await("document.getElementById('question').dataset.ready === 'true'");
    browser.run(LISTEN);
  }

  /** Types a question and sends it. */
  void ask(String question) {
    var field = browser.web().findElement(By.id("message"));
    field.sendKeys(question);
    browser.web().findElement(By.id("send")).click();
  }

  /** Waits for the end of the answer and gives its text. */
  String answer() {
    await(
        "(() => { const all = document.querySelectorAll('li.answered'); return all.length > 0 &&"
            + " all[all.length - 1].getAttribute('aria-busy') === 'false'; })()");
    return last().getText();
  }

  /** Which way the last answer came. */
  String mode() {
    return Objects.requireNonNullElse(last().getAttribute("data-mode"), "none");
  }

  /** What the page says of itself. */
  String status() {
    return browser.web().findElement(By.id("mode")).getText();
  }

  /** Sets the page's clock forward. */
  void passTime(Duration time) {
    browser.run(
        "const now = Date.now.bind(Date); Date.now = () => now() + %d; return true;"
            .formatted(time.toMillis()));
  }

  /** Tells the page that it is put aside or taken up again. */
  void tell(String event) {
    browser.run("window.dispatchEvent(new Event('%s')); return true;".formatted(event));
  }

  /** Goes to another page. */
  void leave() {
    browser.web().get("about:blank");
  }

  /**
   * Goes back.
   *
   * @return whether the browser had kept the page, with the question in it, instead of loading it
   */
  boolean comeBack() {
    browser.web().navigate().back();
    await("document.getElementById('question')?.dataset.ready === 'true'");
    boolean kept = Boolean.TRUE.equals(browser.value("window.problems !== undefined"));
    if (!kept) {
      browser.run(LISTEN);
    }
    return kept;
  }

  /** How often the page has asked for something. */
  long requests(String action) {
    var count =
        browser.value(
            "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('action=%s')).length"
                .formatted(action));
    return ((Number) Objects.requireNonNull(count)).longValue();
  }

  /** Presses the button of an answer that did not come. */
  void askAgain() {
    last().findElement(By.tagName("button")).click();
  }

  /** Fields and buttons that no name is told of. */
  List<?> unnamedControls() {
    return (List<?>)
        Objects.requireNonNull(
            browser.value(
                "[...document.querySelectorAll('button, textarea, input, ol')].filter((one) =>"
                    + " !(one.labels?.length || one.textContent.trim() || one.ariaLabel))"
                    + ".map((one) => one.outerHTML)"));
  }

  /** The smallest contrast of a text that is shown, as WCAG counts it. */
  double leastContrast() {
    return ((Number) Objects.requireNonNull(browser.run(CONTRAST))).doubleValue();
  }

  /** How much of the page moves by itself. */
  long movingParts() {
    return ((Number) Objects.requireNonNull(browser.value("document.getAnimations().length")))
        .longValue();
  }

  /** Whether the keyboard stands nowhere. */
  boolean hasLostFocus() {
    return Boolean.TRUE.equals(browser.value("document.activeElement === document.body"));
  }

  /** Errors and warnings since the page was opened. */
  List<?> problems() {
    return (List<?>) Objects.requireNonNull(browser.value("window.problems"));
  }

  void await(String expression) {
    new WebDriverWait(browser.web(), PATIENCE)
        .until(driver -> Boolean.TRUE.equals(browser.value(expression)));
  }

  private WebElement last() {
    return browser.web().findElements(By.cssSelector("li.answered")).getLast();
  }
}
