/** Many rows in one statement. */
@NullMarked
package dev.campanile.gateway.batch;

import org.jspecify.annotations.NullMarked;
