package ai.myrecruiter.picasso.cli.shell;

import ai.myrecruiter.picasso.cli.output.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Everything outside of a command: what it reads and prints, the time, and randomness.
 *
 * @param in what a person types
 * @param out where data goes
 * @param err where prose goes
 * @param terminal what stands behind {@code out}
 * @param environment the environment variables
 * @param user name of the user of the machine; empty when it is not known
 * @param clock what is the time
 * @param pause how to wait
 * @param random for names
 */
public record Shell(
    BufferedReader in,
    PrintWriter out,
    PrintWriter err,
    Terminal terminal,
    Map<String, String> environment,
    String user,
    InstantSource clock,
    Pause pause,
    RandomGenerator random) {
  /** Copies the variables. */
  public Shell {
    environment = Map.copyOf(environment);
  }

  /** The shell of this process. */
  public static Shell ofProcess() {
    var environment = System.getenv();
    return new Shell(
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        new PrintWriter(System.out, true, System.out.charset()),
        new PrintWriter(System.err, true, System.err.charset()),
        Terminal.of(System.console(), environment),
        environment,
        System.getProperty("user.name", ""),
        InstantSource.system(),
        Pause.REAL,
        new SecureRandom());
  }

  /** The value of an environment variable; empty when it is not set or blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Prints a line of prose. */
  public void say(String line) {
    err.println(line);
  }

  /**
   * What a person types to a question; nothing at the end of the input.
   *
   * @param instead the option that answers it where nobody can be asked
   */
  public String ask(String question, String instead) {
    err.print(question);
    err.flush();
    try {
      return Objects.requireNonNullElse(in.readLine(), "").strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the answer could not be read; use " + instead, e);
    }
  }
}
