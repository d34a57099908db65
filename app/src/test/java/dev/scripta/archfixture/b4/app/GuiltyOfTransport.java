package dev.scripta.archfixture.b4.app;

import dev.scripta.archfixture.b4.adapters.http.transport.Innocent;

record GuiltyOfTransport(Innocent transport) {}
