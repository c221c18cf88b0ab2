package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list. The token of the next part names the last item of this one, so that items which
 * come to the list meanwhile do not shift what is left.
 *
 * @param items of this part
 * @param next the token of the next part, or nothing when this is the last
 */
record Page<T>(List<T> items, Optional<String> next) {
  private static final int DEFAULT = 100;

  static <T> Page<T> of(
      List<T> all, Function<T, String> key, @Nullable Integer size, @Nullable String token) {
    int length = size == null || size == 0 ? DEFAULT : size;
    int from = token == null ? 0 : after(all, key, token);
    int to = Math.min(all.size(), from + length);
    var items = List.copyOf(all.subList(from, to));
    return new Page<>(
        items,
        to < all.size() ? Optional.of(encode(key.apply(items.getLast()))) : Optional.empty());
  }

  private static <T> int after(List<T> all, Function<T, String> key, String token) {
    for (int i = 0; i < all.size(); i++) {
      if (encode(key.apply(all.get(i))).equals(token)) {
        return i + 1;
      }
    }
    throw new StepFunctionsException(Code.INVALID_TOKEN, "Invalid Token: 'Invalid token'");
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }
}
