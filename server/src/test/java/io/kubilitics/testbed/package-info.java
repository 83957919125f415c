/// What tests stand on: servers, clients and worlds that behave badly on purpose.
@NullMarked
package io.kubilitics.testbed;

import org.jspecify.annotations.NullMarked;
