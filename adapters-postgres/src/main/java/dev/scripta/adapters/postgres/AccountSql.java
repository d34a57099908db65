package dev.scripta.adapters.postgres;

/**
 * The statements on accounts, as portable and as atomic as {@link ConversationSql}'s: each a transaction of its own, whose row,
 * or none, tells what happened.
 */
final class AccountSql {

    private static final String COLUMNS = """
            a.id, a.email, a.name, a.medical_id, a.national_id, a.age, a.password_hash, a.password_revision,
                a.picture, a.picture_url, a.created_at, a.updated_at
            """;

    /** No row: the address is taken. */
    static final String CREATE = """
            INSERT INTO account AS a (id, email, name, medical_id, national_id, age, password_hash, password_revision,
                created_at, updated_at)
            VALUES (:id, :email, :name, :medicalId, :nationalId, CAST(:age AS integer), :password, 1, :at, :at)
            ON CONFLICT (email) DO NOTHING RETURNING
            """ + COLUMNS;

    /**
     * What is wanted is NULL where it is not named, which only a picture can be when it is: so that has a flag. No row: there
     * is no account, or the address is taken. A rival may take it just then, which is a violation of the unique key; looking
     * before keeps that rare, for servers write the address in question to their logs.
     */
    static final String CHANGE = """
            UPDATE account AS a SET name = COALESCE(wanted.name, a.name), email = COALESCE(wanted.email, a.email),
                age = COALESCE(wanted.age, a.age), password_hash = COALESCE(wanted.password_hash, a.password_hash),
                password_revision = a.password_revision
                    + CASE WHEN wanted.password_hash <> a.password_hash THEN 1 ELSE 0 END,
                picture = CASE WHEN wanted.pictured THEN wanted.picture ELSE a.picture END,
                picture_url = CASE WHEN wanted.pictured THEN wanted.picture_url ELSE a.picture_url END,
                updated_at = CASE WHEN wanted.name <> a.name OR wanted.email <> a.email
                    OR COALESCE(wanted.age, a.age) IS DISTINCT FROM a.age
                    OR wanted.password_hash <> a.password_hash
                    OR (wanted.pictured AND (wanted.picture IS DISTINCT FROM a.picture
                        OR wanted.picture_url IS DISTINCT FROM a.picture_url))
                    THEN GREATEST(CAST(:at AS timestamptz), a.updated_at) ELSE a.updated_at END
            FROM (SELECT CAST(:name AS text) AS name, CAST(:email AS text) AS email, CAST(:age AS integer) AS age,
                CAST(:password AS text) AS password_hash, CAST(:pictured AS boolean) AS pictured,
                CAST(:picture AS text) AS picture, CAST(:pictureUrl AS text) AS picture_url) AS wanted
            WHERE a.id = :id AND NOT EXISTS (
                SELECT 1 FROM account AS other WHERE other.email = wanted.email AND other.id <> :id)
            RETURNING
            """ + COLUMNS;

    /** No row: there is no account, or it has another hash. */
    static final String REHASH = """
            UPDATE account SET password_hash = :to WHERE id = :id AND password_hash = :from
            """;

    static final String FIND_BY_ID = "SELECT " + COLUMNS + " FROM account AS a WHERE a.id = :id";

    static final String FIND_BY_ADDRESS = "SELECT " + COLUMNS + " FROM account AS a WHERE a.email = :email";

    /** What each request of somebody who is signed in asks: without the picture, which may be large. */
    static final String PASSWORD_REVISION = "SELECT password_revision FROM account WHERE id = :id";

    private AccountSql() {}
}
