package dev.campanile.rendering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was made lately, the most recently used of it. For what never goes stale. */
final class Recent<K, V> {

  private static final int MOST = 256;

  private final Map<K, V> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
          return size() > MOST;
        }
      };

  /** Makes outside of the lock: twice at worst, but nothing else waits for it. */
  V of(K key, Supplier<V> make) {
    V known = known(key);
    if (known == null) {
      known = make.get();
      synchronized (recent) {
        recent.put(key, known);
      }
    }
    return known;
  }

  private @Nullable V known(K key) {
    synchronized (recent) {
      return recent.get(key);
    }
  }
}
