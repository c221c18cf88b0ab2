package ai.myrecruiter.picasso.cli.shell;

import ai.myrecruiter.picasso.cli.output.OutputFormat;
import ai.myrecruiter.picasso.cli.output.Printer;
import ai.myrecruiter.picasso.cli.output.Style;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. A flag wins over the environment, that over the default. */
public final class Settings {
  private static final String ENVIRONMENT_VARIABLE = "PICASSO_ENV";
  private final Shell shell;

  @Option(
      names = {"-o", "--output"},
      scope = ScopeType.INHERIT,
      paramLabel = "table|json",
      description = "Form of the data on standard output (table).")
  private @Nullable OutputFormat output;

  @Option(
      names = "--env",
      scope = ScopeType.INHERIT,
      paramLabel = "staging|production",
      description = "Environment to work on (PICASSO_ENV, else staging).")
  private @Nullable String environment;

  @Option(
      names = "--profile",
      scope = ScopeType.INHERIT,
      paramLabel = "NAME",
      description = "Profile of the AWS configuration (AWS_PROFILE).")
  private @Nullable String profile;

  @Option(
      names = "--region",
      scope = ScopeType.INHERIT,
      paramLabel = "REGION",
      description = "AWS region (AWS_REGION, else the profile's).")
  private @Nullable String region;

  @Option(
      names = "--endpoint-url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description =
          "One endpoint for all services (AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_SFN,"
              + " AWS_ENDPOINT_URL_DYNAMODB).")
  private @Nullable String endpoint;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure (PICASSO_DEBUG).")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it to know that help was asked for
  private boolean help;

  /** The settings of a command run in a shell. */
  public Settings(Shell shell) {
    this.shell = shell;
  }

  /**
   * The environment to work on.
   *
   * @throws InvalidInput when there is none of that name
   */
  public Environment environment() {
    var named = Optional.ofNullable(environment);
    var text = named.or(() -> shell.variable(ENVIRONMENT_VARIABLE)).orElse("staging");
    return Options.read(
        named.isPresent() ? "--env" : ENVIRONMENT_VARIABLE, () -> Environment.parse(text));
  }

  /** Whether the environment was asked for by option. */
  public boolean environmentIsGiven() {
    return environment != null;
  }

  /** The profile that was asked for by option. */
  public Optional<String> profile() {
    return Optional.ofNullable(profile);
  }

  /** The region that was asked for by option. */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /**
   * The endpoint that was asked for by option.
   *
   * @throws InvalidInput when it is not a URL of http or https
   */
  public Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint).map(Settings::url);
  }

  private static URI url(String text) {
    InvalidInput.unless(
        text.matches("https?://[^\\s/]+.*"),
        "--endpoint-url",
        text,
        "must begin with http:// or https:// and name a host",
        "write it like http://127.0.0.1:8083");
    try {
      return URI.create(text);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidInput(
          "--endpoint-url", text, "must be a URL", "write it like http://127.0.0.1:8083");
    }
  }

  /** Whether a failure's stack trace is wanted. */
  public boolean verbose() {
    return verbose || shell.variable("PICASSO_DEBUG").isPresent();
  }

  /** Prints data in the form that was asked for. */
  public Printer printer() {
    return new Printer(output == null ? OutputFormat.TABLE : output, shell.out());
  }

  /** Colours, if they are wanted. */
  public Style style() {
    return new Style(shell.terminal().colours());
  }
}
