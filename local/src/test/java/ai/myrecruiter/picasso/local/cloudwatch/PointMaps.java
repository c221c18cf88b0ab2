package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Points as maps, which tests compare. */
final class PointMaps {
  private PointMaps() {}

  static Map<Instant, Double> of(Points points) {
    var map = new TreeMap<Instant, Double>();
    for (int i = 0; i < points.periods().size(); i++) {
      map.put(points.periods().get(i), points.values().get(i));
    }
    return map;
  }

  static Points points(Map<Instant, Double> map) {
    var points = new Points();
    map.forEach(points::put);
    return points;
  }
}
