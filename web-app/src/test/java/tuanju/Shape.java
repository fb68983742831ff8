package tuanju;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the tables of a database are made, a line for each thing that its catalogs know: two that are made alike are equal. */
final class Shape {

    private static final String LINES = """
            select line from (
                select format('column %s.%s %s null=%s default=%s generated=%s identity=%s statistics=%s', c.relname, a.attname,
                    format_type(a.atttypid, a.atttypmod), not a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attgenerated,
                    a.attidentity, a.attstattarget)
                from pg_attribute a join pg_class c on c.oid = a.attrelid
                    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0
                    and not a.attisdropped
                union all
                select format('relation %s %s persistence=%s options=%s', relkind, relname, relpersistence, reloptions)
                from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
                union all
                select format('view %s %s', relname, pg_get_viewdef(oid)) from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
                union all
                select format('constraint %s %s %s valid=%s', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated)
                from pg_constraint where connamespace = 'public'::regnamespace
                union all
                select format('index %s valid=%s', pg_get_indexdef(i.indexrelid), i.indisvalid)
                from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace
                union all
                select format('trigger %s enabled=%s', pg_get_triggerdef(t.oid), t.tgenabled)
                from pg_trigger t join pg_class c on c.oid = t.tgrelid
                where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
                union all
                select format('function %s', pg_get_functiondef(oid)) from pg_proc
                where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
                union all
                select format('sequence %s %s by %s from %s', sequencename, data_type, increment_by, start_value)
                from pg_sequences where schemaname = 'public'
                union all
                select format('type %s %s', typname, typtype) from pg_type
                where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
                union all
                select format('grant %s on %s', acl.grantee::regrole || ' ' || acl.privilege_type || ' ' || acl.is_grantable, c.relname)
                from pg_class c, aclexplode(c.relacl) acl where c.relnamespace = 'public'::regnamespace
                union all
                select format('grant %s on %s.%s', acl.grantee::regrole || ' ' || acl.privilege_type, a.attrelid::regclass, a.attname)
                from pg_attribute a join pg_class c on c.oid = a.attrelid, aclexplode(a.attacl) acl
                where c.relnamespace = 'public'::regnamespace
                union all
                select format('grant %s on %s', acl.grantee::regrole || ' ' || acl.privilege_type, p.oid::regprocedure)
                from pg_proc p, aclexplode(p.proacl) acl where p.pronamespace = 'public'::regnamespace
                union all
                select format('grant %s by default on %s', acl.grantee::regrole || ' ' || acl.privilege_type, d.defaclobjtype)
                from pg_default_acl d, aclexplode(d.defaclacl) acl
                union all
                select format('comment on %s %s', pg_describe_object(classoid, objoid, objsubid), description)
                from pg_description where classoid in ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_constraint'::regclass)
                    and pg_describe_object(classoid, objoid, objsubid) not like '%pg_catalog%' and objoid >= 16384
            ) as known (line)
            order by line
            """;

    private Shape() {}

    static List<String> of(JdbcClient jdbc) {
        return jdbc.sql(LINES).query(String.class).list();
    }
}
