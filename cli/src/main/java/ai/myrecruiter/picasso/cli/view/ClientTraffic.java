package ai.myrecruiter.picasso.cli.view;

/**
 * What a client of the function sees: the other side of what CloudWatch counts.
 *
 * @param sent requests sent
 * @param bad answers that were errors
 * @param perSecond requests in the last second
 */
public record ClientTraffic(long sent, long bad, double perSecond) {
  String line() {
    return "%s requests sent, %s/s, %s bad answers"
        .formatted(Numbers.count(sent), Math.round(perSecond), Numbers.count(bad));
  }
}
