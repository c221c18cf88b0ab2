package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.loop.ReadyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tries every order of the steps that are ready together, as an odometer of choices. */
final class Orders {
  private final List<int[]> choices = new ArrayList<>();
  private int position;

  private Orders() {}

  /**
   * Calls a scenario once for each order.
   *
   * @return how many orders there were
   */
  static int tryAll(Consumer<ReadyOrder> scenario) {
    var orders = new Orders();
    int runs = 0;
    do {
      orders.position = 0;
      scenario.accept(orders::choose);
      runs++;
    } while (orders.advance());
    return runs;
  }

  private int choose(int ready) {
    if (position == choices.size()) {
      choices.add(new int[] {0, ready});
    }
    return choices.get(position++)[0];
  }

  private boolean advance() {
    while (!choices.isEmpty()) {
      var last = choices.getLast();
      last[0]++;
      if (last[0] < last[1]) {
        return true;
      }
      choices.removeLast();
    }
    return false;
  }
}
