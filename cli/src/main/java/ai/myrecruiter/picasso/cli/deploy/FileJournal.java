package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Records in a folder, a file each, while the environment has no table yet. A lock on the folder
 * keeps two commands apart; each file is written beside and then put in place.
 */
final class FileJournal implements Journal {
  private static final String RECORD = ".json";
  private static final String EVENTS = ".events.json";
  private final Path folder;

  /** The records in a folder, which need not exist. */
  FileJournal(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Deployment> read(RolloutId id) {
    return text(folder.resolve(id + RECORD)).map(it -> Contracts.read(it, Deployment.class));
  }

  @Override
  public List<Deployment> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(RECORD) && !name.endsWith(EVENTS))
          .filter(name -> !name.startsWith(Teardown.PREFIX))
          .map(name -> new RolloutId(name.substring(0, name.length() - RECORD.length())))
          .flatMap(id -> read(id).stream())
          .sorted(Comparator.comparing((Deployment it) -> it.entries().getFirst().at()).reversed())
          .toList();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public Deployment create(Deployment deployment) {
    return locked(() ->
        read(deployment.id())
            .orElseGet(() -> {
              write(deployment.id() + RECORD, Contracts.write(deployment));
              return deployment;
            }));
  }

  @Override
  public Deployment change(RolloutId id, UnaryOperator<Deployment> change) {
    return locked(() -> {
      var before =
          read(id)
              .orElseThrow(() ->
                  new InvalidInput(
                      "ID", id, "must have a record in " + folder, "see picasso deploy list"));
      var after = change.apply(before);
      if (!after.equals(before)) {
        write(id + RECORD, Contracts.write(after));
      }
      return after;
    });
  }

  @Override
  public void keepEvents(RolloutId id, List<RecordedEvent> events) {
    locked(() -> {
      write(id + EVENTS, Contracts.write(new TableJournal.Events(events)));
      return events;
    });
  }

  @Override
  public List<RecordedEvent> events(RolloutId id) {
    return text(folder.resolve(id + EVENTS))
        .map(it -> Contracts.read(it, TableJournal.Events.class).events())
        .orElse(List.of());
  }

  @Override
  public String where() {
    return "folder " + folder;
  }

  /** Moves every record to another journal, which may have it already. */
  void moveTo(Journal other) {
    for (var deployment : list()) {
      other.create(deployment);
      other.keepEvents(deployment.id(), events(deployment.id()));
      delete(deployment.id() + EVENTS);
      delete(deployment.id() + RECORD);
    }
  }

  /** Keeps a document under a name of its own. */
  void keep(String name, String document) {
    locked(() -> {
      write(name, document);
      return name;
    });
  }

  /** A document that was kept, if it was. */
  Optional<String> kept(String name) {
    return text(folder.resolve(name));
  }

  private <T> T locked(Supplier<T> work) {
    try {
      Files.createDirectories(folder);
      var lock = folder.resolve(".lock");
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var held = channel.lock()) {
        if (!held.isValid()) {
          throw new IOException("the lock on it was lost");
        }
        return work.get();
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private void write(String name, String text) {
    try {
      var beside = folder.resolve(name + ".new");
      Files.writeString(beside, text);
      Files.move(
          beside,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private void delete(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private UncheckedIOException unusable(IOException e) {
    return new UncheckedIOException(
        "Records cannot be kept in " + folder + ": " + e.getMessage() + "; name another --journal",
        e);
  }
}
