package dev.campanile.campaign.brand;

import dev.campanile.campaign.request.ConcurrentWrites;
import dev.campanile.campaign.request.Conditions;
import dev.campanile.campaign.request.Versioned;
import dev.campanile.runtime.paging.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The brands of the workspace. */
@ApplicationScoped
public class Brands {

  private final InstantSource time;

  Brands(InstantSource time) {
    this.time = time;
  }

  @Transactional
  public Optional<BrandDraft> find(String key) {
    return StoredBrand.<StoredBrand>findByIdOptional(key).map(StoredBrand::read);
  }

  @Transactional
  Optional<Versioned<BrandDraft>> findVersioned(String key) {
    return StoredBrand.<StoredBrand>findByIdOptional(key)
        .map(stored -> Versioned.found(stored.read(), stored.version));
  }

  @Transactional
  Versioned<BrandDraft> put(String key, BrandDraft draft, Conditions conditions) {
    StoredBrand stored = StoredBrand.findById(key);
    if (stored == null) {
      conditions.checkNew();
      StoredBrand fresh = new StoredBrand();
      fresh.key = key;
      fresh.write(draft, time.instant());
      ConcurrentWrites.refused(fresh::persistAndFlush);
      return new Versioned<>(draft, fresh.version, true);
    }
    boolean changes = !stored.read().equals(draft);
    conditions.checkExisting(stored.version, changes);
    if (changes) {
      stored.write(draft, time.instant());
      ConcurrentWrites.refused(stored::persistAndFlush);
    }
    return Versioned.found(draft, stored.version);
  }

  @Transactional
  Page<Summary> list(String after, int size) {
    List<StoredBrand> found =
        StoredBrand.<StoredBrand>find("key > ?1", Sort.by("key"), after).range(0, size).list();
    return Page.of(
        found.stream().map(b -> new Summary(b.key, b.name, b.updatedAt)).toList(),
        size,
        Summary::key);
  }

  /** One brand in a list. */
  record Summary(String key, String name, Instant updatedAt) {}
}
