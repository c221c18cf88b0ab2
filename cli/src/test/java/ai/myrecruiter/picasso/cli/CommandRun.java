package ai.myrecruiter.picasso.cli;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What a command line did.
 *
 * @param exit its exit code
 * @param out what it printed as data
 * @param err what it printed as prose
 */
public record CommandRun(int exit, String out, String err) {
  /** Runs a command line in this process. */
  public static CommandRun of(TestShell shell, String... arguments) {
    var exit = Picasso.run(shell.shell(), arguments);
    return new CommandRun(exit, shell.out(), shell.err());
  }

  /** Runs a command line in this process, on accounts that are reached in another way. */
  public static CommandRun of(TestShell shell, Account.Source accounts, String... arguments) {
    var exit = Picasso.run(shell.shell(), accounts, arguments);
    return new CommandRun(exit, shell.out(), shell.err());
  }

  /** The data as one JSON document. */
  public JsonNode json() {
    try {
      return JsonMapper.builder().build().readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("standard output is not JSON alone: " + out, e);
    }
  }

  /** The data as one JSON document on each line. */
  public java.util.List<JsonNode> jsonLines() {
    return out.lines().map(Contracts::tree).toList();
  }
}
