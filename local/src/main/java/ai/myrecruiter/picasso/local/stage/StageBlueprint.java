package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.cloudformation.CloudAssembly;
import ai.myrecruiter.picasso.local.cloudformation.StackTemplate;
import ai.myrecruiter.picasso.local.lambda.SharedCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What many stages of one JVM have in common: the synthesized templates of an environment, read
 * once, and the payload's code, loaded once. Such stages keep their tables in memory; see {@link
 * ai.myrecruiter.picasso.local.dynamodb.MemoryDynamoDb}. For use by many threads.
 */
public final class StageBlueprint implements AutoCloseable {
  private final List<StackTemplate> stacks;
  private final Path folder;
  private final SharedCode code;

  private StageBlueprint(List<StackTemplate> stacks, Path folder) {
    this.stacks = List.copyOf(stacks);
    this.folder = folder;
    this.code = new SharedCode(folder);
  }

  /**
   * Reads an assembly.
   *
   * @throws IOException if there is no place for copies of the code
   */
  public static StageBlueprint read(Path assembly, String environment) throws IOException {
    return new StageBlueprint(
        CloudAssembly.read(assembly).stacksOf(environment),
        Files.createTempDirectory("picasso-blueprint"));
  }

  List<StackTemplate> stacks() {
    return stacks;
  }

  SharedCode code() {
    return code;
  }

  @Override
  public void close() {
    code.close();
    CodeFolder.delete(folder);
  }
}
