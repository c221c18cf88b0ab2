package ai.myrecruiter.picasso.cli;

import ai.myrecruiter.picasso.cli.output.Terminal;
import ai.myrecruiter.picasso.cli.shell.Pause;
import ai.myrecruiter.picasso.cli.shell.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;

/** A shell whose streams are kept. */
public final class TestShell {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();
  private Terminal terminal = Terminal.NONE;
  private String typed = "";
  private String user = "mia";
  private InstantSource clock = InstantSource.system();
  private Pause pause = Pause.REAL;
  private long seed = 7;
  private boolean reader = true;

  private static final class ClosedPipe extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("broken pipe");
    }

    @Override
    public void flush() throws IOException {
      throw new IOException("broken pipe");
    }

    @Override
    public void close() {}
  }

  /** With an environment variable. */
  public TestShell with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Of a user of the machine. */
  public TestShell of(String name) {
    user = name;
    return this;
  }

  /** On a terminal. */
  public TestShell on(Terminal what) {
    terminal = what;
    return this;
  }

  /** With a person who types. */
  public TestShell typing(String text) {
    typed = text;
    return this;
  }

  /** At a time, which passes by pauses only. */
  public TestShell at(TestClock time) {
    clock = time;
    pause = time;
    return this;
  }

  /** Whose standard output nobody reads any more. */
  public TestShell whoseReaderHasGone() {
    reader = false;
    return this;
  }

  /** With other randomness. */
  public TestShell seeded(long number) {
    seed = number;
    return this;
  }

  /** The shell; its streams are this object's. */
  public Shell shell() {
    return new Shell(
        new BufferedReader(new StringReader(typed)),
        reader ? new PrintWriter(out, true) : new PrintWriter(new ClosedPipe()),
        new PrintWriter(err, true),
        terminal,
        environment,
        user,
        clock,
        pause,
        RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }

  /** What was printed as data so far. */
  public String out() {
    return out.toString();
  }

  /** What was printed as prose so far. */
  public String err() {
    return err.toString();
  }
}
