/** What crosses a service boundary: records, topic names, the bucket function and their JSON. */
@NullMarked
package dev.campanile.contracts;

import org.jspecify.annotations.NullMarked;
