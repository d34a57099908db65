/** Values of the model as the JSON that is stored, in the database and in files. For this adapter alone. */
package dev.scripta.adapters.postgres.json;
