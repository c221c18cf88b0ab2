package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.streaming.Memory.Recall;
import ai.myrecruiter.picasso.runtime.streaming.Memory.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the model is asked: turns that alternate and begin and end with the user, as the model
 * demands.
 *
 * @param system instructions and what is known of the conversation
 * @param turns oldest first
 */
record Prompt(List<String> system, List<Turn> turns) {
  private static final int MOST_TURNS = 20;
  private static final int MOST_CHARACTERS = 24_000;

  /** Copies the lists. */
  Prompt {
    system = List.copyOf(system);
    turns = List.copyOf(turns);
  }

  static Prompt of(String instructions, Recall recall, String question) {
    var system = new ArrayList<String>();
    system.add(instructions);
    if (!recall.facts().isEmpty()) {
      system.add(
          "Known from earlier in this conversation:\n- " + String.join("\n- ", recall.facts()));
    }
    var turns = new ArrayList<>(recent(recall.turns()));
    turns.add(new Turn(true, question));
    return new Prompt(system, alternating(turns));
  }

  private static List<Turn> recent(List<Turn> turns) {
    var kept = new ArrayList<Turn>();
    int characters = 0;
    for (var turn : turns.reversed()) {
      characters += turn.text().length();
      if (kept.size() == MOST_TURNS || characters > MOST_CHARACTERS) {
        break;
      }
      kept.add(turn);
    }
    Collections.reverse(kept);
    return kept;
  }

  private static List<Turn> alternating(List<Turn> turns) {
    var merged = new ArrayList<Turn>();
    for (var turn : turns) {
      if (turn.text().isBlank() || (merged.isEmpty() && !turn.byUser())) {
        continue;
      }
      if (!merged.isEmpty() && merged.getLast().byUser() == turn.byUser()) {
        var last = merged.removeLast();
        merged.add(new Turn(turn.byUser(), last.text() + "\n" + turn.text()));
      } else {
        merged.add(turn);
      }
    }
    return merged;
  }
}
