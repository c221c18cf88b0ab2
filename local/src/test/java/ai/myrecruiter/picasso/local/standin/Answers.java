package ai.myrecruiter.picasso.local.standin;

import java.util.List;

/**
 * Stands in for the model until it is connected: the same question gets the same answer, and no
 * answer repeats what the user wrote.
 */
final class Answers {
  private static final List<String> ANSWERS =
      List.of(
          "Our team can help you with that. Which day suits you?",
          "I can look up open positions for you. Which area do you work in?",
          "Please call the front desk for anything urgent.",
          "You can reach a recruiter on weekdays from 8 to 17.");

  String to(String message) {
    return ANSWERS.get(Math.floorMod(message.hashCode(), ANSWERS.size()));
  }
}
