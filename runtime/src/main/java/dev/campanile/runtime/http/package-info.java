/** What every HTTP API has in common: the key and the problems. */
@NullMarked
package dev.campanile.runtime.http;

import org.jspecify.annotations.NullMarked;
