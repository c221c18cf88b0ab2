package ai.myrecruiter.picasso.cli.config;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.Environment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows in what two environments differ. Calls nothing. */
@Command(
    name = "diff",
    description =
        "Show in what two environments differ, defaults included. Calls nothing. What is not"
            + " listed is the same.")
public final class DiffConfig implements Callable<Integer> {
  private static final String NOTHING = "-";
  private final Shell shell;
  private final Settings settings;

  @Parameters(index = "0", paramLabel = "ONE", description = "An environment, such as staging.")
  private String one = "";

  @Parameters(index = "1", paramLabel = "OTHER", description = "Another, such as production.")
  private String other = "";

  @Mixin private final ConfigFolder folder = new ConfigFolder();

  /** The command in a shell. */
  public DiffConfig(Shell shell, Settings settings) {
    this.shell = shell;
    this.settings = settings;
  }

  /**
   * A difference.
   *
   * @param name path in the files
   * @param one value in the one environment
   * @param other value in the other
   */
  record Difference(String name, String one, String other) {}

  @Override
  public Integer call() {
    var left = values("ONE", one);
    var right = values("OTHER", other);
    var names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    List<Difference> differences =
        names.stream()
            .map(name ->
                new Difference(
                    name, left.getOrDefault(name, NOTHING), right.getOrDefault(name, NOTHING)))
            .filter(difference -> !difference.one().equals(difference.other()))
            .toList();
    var table = new TextTable("NAME", one.toUpperCase(Locale.ROOT), other.toUpperCase(Locale.ROOT));
    differences.forEach(it -> table.row(it.name(), it.one(), it.other()));
    settings.printer().print(differences, differences.isEmpty() ? List.of() : table.lines());
    shell.say("%d of %d values differ.".formatted(differences.size(), names.size()));
    return ExitStatus.OK.code();
  }

  private Map<String, String> values(String parameter, String name) {
    var environment = Options.read(parameter, () -> Environment.parse(name));
    return folder.of(environment).read().config().values();
  }
}
