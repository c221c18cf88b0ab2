package ai.myrecruiter.picasso.local.cloudwatch;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The buckets of one series in the order of their seconds. Values come for the newest second or a
 * later one as a rule, so a new bucket goes to the end and seldom in between.
 */
final class Buckets {
  private long[] seconds = new long[16];
  private Bucket[] buckets = new Bucket[16];
  private int size;

  /** The bucket of a second, made when there is none. */
  Bucket at(long second) {
    int place = Arrays.binarySearch(seconds, 0, size, second);
    return place >= 0 ? buckets[place] : insert(-place - 1, second);
  }

  private Bucket insert(int place, long second) {
    if (size == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * size);
      buckets = Arrays.copyOf(buckets, 2 * size);
    }
    System.arraycopy(seconds, place, seconds, place + 1, size - place);
    System.arraycopy(buckets, place, buckets, place + 1, size - place);
    var bucket = new Bucket();
    seconds[place] = second;
    buckets[place] = bucket;
    size++;
    return bucket;
  }

  /** Whether there is a bucket of a second or a later one. */
  boolean anyFrom(long second) {
    return size > 0 && seconds[size - 1] >= second;
  }

  /** The buckets from a second, inclusive, to another, exclusive: a view. */
  List<Bucket> between(long from, long to) {
    int first = firstFrom(from);
    int end = Math.max(first, firstFrom(to));
    return Collections.unmodifiableList(Arrays.asList(buckets).subList(first, end));
  }

  /** Their seconds, in order. */
  long[] seconds() {
    return Arrays.copyOf(seconds, size);
  }

  private int firstFrom(long second) {
    int place = Arrays.binarySearch(seconds, 0, size, second);
    return place >= 0 ? place : -place - 1;
  }
}
