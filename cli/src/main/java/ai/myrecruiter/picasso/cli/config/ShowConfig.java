package ai.myrecruiter.picasso.cli.config;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows every value and where it comes from. Calls nothing. */
@Command(
    name = "show",
    description =
        "Show every value of an environment and of the command itself, and where each came from."
            + " Calls nothing.")
public final class ShowConfig implements Callable<Integer> {
  private final Shell shell;
  private final Settings settings;

  @Mixin private final ConfigFolder folder = new ConfigFolder();

  /** The command in a shell. */
  public ShowConfig(Shell shell, Settings settings) {
    this.shell = shell;
    this.settings = settings;
  }

  /**
   * A value and its source.
   *
   * @param name path in the file, or option of the command
   * @param value what holds
   * @param source where it came from
   */
  record Line(String name, String value, String source) {}

  @Override
  public Integer call() {
    var file = folder.of(settings.environment());
    var reading = file.read();
    var name = String.valueOf(file.path().getFileName());
    var lines = new ArrayList<Line>(own());
    reading
        .config()
        .values()
        .forEach((path, value) ->
            lines.add(new Line(path, value, reading.given().contains(path) ? name : "default")));
    var table = new TextTable("NAME", "VALUE", "FROM");
    lines.forEach(line -> table.row(line.name(), shown(line.value()), line.source()));
    settings.printer().print(lines, table.lines());
    return ExitStatus.OK.code();
  }

  private static String shown(String value) {
    return value.isEmpty() ? "-" : value;
  }

  private List<Line> own() {
    return List.of(
        new Line(
            "--env",
            settings.environment().value(),
            settings.environmentIsGiven() ? "flag" : from("PICASSO_ENV")),
        line("--profile", settings.profile(), "AWS_PROFILE"),
        line("--region", settings.region(), "AWS_REGION"),
        line("--endpoint-url", settings.endpoint().map(Object::toString), "AWS_ENDPOINT_URL"));
  }

  private String from(String variable) {
    return shell.variable(variable).map(_ -> variable).orElse("default");
  }

  private Line line(String option, Optional<String> flag, String variable) {
    return flag.map(value -> new Line(option, value, "flag"))
        .orElseGet(() -> new Line(option, shell.variable(variable).orElse(""), from(variable)));
  }
}
