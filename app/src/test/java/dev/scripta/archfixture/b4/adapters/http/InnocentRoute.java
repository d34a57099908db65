package dev.scripta.archfixture.b4.adapters.http;

import dev.scripta.archfixture.b4.adapters.http.transport.Innocent;

record InnocentRoute(Innocent transport) {}
