package ai.myrecruiter.picasso.cli;

import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/** The reference of all commands, made of the model that parses them. */
final class CliReference {
  private final List<String> lines = new ArrayList<>();

  /** The whole page. */
  static String of(CommandLine root) {
    var reference = new CliReference();
    reference.page(root.getCommandSpec());
    return String.join("\n", reference.lines) + "\n";
  }

  private void page(CommandSpec root) {
    add("# The command `picasso`");
    add("");
    add(sentence(root));
    add("Made from the commands themselves; `picasso COMMAND --help` says the same.");
    add("");
    add(
        "Data goes to standard output, prose to standard error. A flag wins over the environment,"
            + " the");
    add("environment over the configuration files, those over the default.");
    add("");
    add("## Exit codes");
    add("");
    add("| code | meaning |");
    add("|---|---|");
    Arrays.stream(ExitStatus.values())
        .forEach(status -> add("| %s | %s |".formatted(status.code(), status.meaning())));
    add("");
    add("## Options of every command");
    add("");
    options(root.options().stream().filter(CliReference::isEverywhere).toList());
    add("");
    add("Colours are left out with `NO_COLOR`, and where standard output is no terminal.");
    root.subcommands().values().forEach(command -> command(command.getCommandSpec()));
  }

  private static boolean isEverywhere(OptionSpec option) {
    return option.scopeType() == ScopeType.INHERIT;
  }

  private void command(CommandSpec command) {
    if (command.subcommands().isEmpty() || command.userObject() instanceof Callable<?>) {
      one(command);
    }
    command.subcommands().values().forEach(verb -> command(verb.getCommandSpec()));
  }

  private void one(CommandSpec command) {
    add("");
    add("## " + command.qualifiedName());
    add("");
    add(sentence(command));
    var arguments = new ArrayList<ArgSpec>(command.positionalParameters());
    command.options().stream().filter(option -> !option.inherited()).forEach(arguments::add);
    if (!arguments.isEmpty()) {
      add("");
      options(arguments);
    }
  }

  private void options(List<? extends ArgSpec> arguments) {
    add("| option | |");
    add("|---|---|");
    arguments.forEach(argument -> add("| %s | %s |".formatted(name(argument), text(argument))));
  }

  private static String name(ArgSpec argument) {
    return switch (argument) {
      case PositionalParamSpec parameter ->
          "`" + parameter.paramLabel() + "`" + (parameter.required() ? "" : " (may be left out)");
      case OptionSpec option -> {
        var label = option.arity().max() == 0 ? "" : " " + option.paramLabel().replace("|", "\\|");
        yield "`"
            + String.join("`, `", option.names())
            + label
            + "`"
            + (option.required() && option.group() == null ? " (required)" : "");
      }
      default -> throw new IllegalStateException(argument.toString());
    };
  }

  private static String text(ArgSpec argument) {
    var text = String.join(" ", argument.description()).replace("|", "\\|");
    return argument.defaultValue() == null
        ? text
        : text.replace("${DEFAULT-VALUE}", argument.defaultValue());
  }

  private static String sentence(CommandSpec command) {
    return Arrays.stream(command.usageMessage().description()).collect(Collectors.joining(" "));
  }

  private void add(String line) {
    lines.add(line);
  }
}
