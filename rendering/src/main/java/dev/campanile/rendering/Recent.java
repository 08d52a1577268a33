package dev.campanile.rendering;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was made lately, for what never goes stale. What is asked for again and again is read under
 * no lock; what nobody asked for since as much again was made is forgotten.
 */
final class Recent<K, V> {

  private static final int MOST = 256;

  private volatile Map<K, V> latest = new ConcurrentHashMap<>();
  private volatile Map<K, V> before = Map.of();

  /** Makes outside of the lock: twice at worst, but nothing else waits for it. */
  V of(K key, Supplier<V> make) {
    V known = latest.get(key);
    if (known == null) {
      known = before.get(key);
      if (known == null) {
        known = make.get();
      }
      keep(key, known);
    }
    return known;
  }

  private synchronized void keep(K key, V value) {
    if (latest.size() >= MOST / 2) {
      before = latest;
      latest = new ConcurrentHashMap<>();
    }
    latest.put(key, value);
  }
}
