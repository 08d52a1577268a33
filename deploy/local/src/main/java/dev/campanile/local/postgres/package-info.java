/** A PostgreSQL server of the local platform that is as durable and as guarded as a real one. */
@NullMarked
package dev.campanile.local.postgres;

import org.jspecify.annotations.NullMarked;
