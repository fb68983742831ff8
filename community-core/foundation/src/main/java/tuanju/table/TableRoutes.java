package tuanju.table;

import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Gives every long table its addresses, made of its name. */
@Component
@RequiredArgsConstructor
class TableRoutes implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping requestMappingHandlerMapping;
    private final ObjectProvider<DeskTable<?, ?>> tables;

    @Override
    public void afterSingletonsInstantiated() {
        tables.forEach(it -> {
            lead(RequestMethod.GET, it.sign().path(), it, "show");
            lead(RequestMethod.GET, it.sign().path() + ".{ending:csv|xlsx}", it, "file");
        });
    }

    private void lead(RequestMethod method, String path, DeskTable<?, ?> table, String name) {
        var route = RequestMappingInfo.paths(path)
                .methods(method)
                .options(requestMappingHandlerMapping.getBuilderConfiguration())
                .build();
        var handler = Arrays.stream(DeskTable.class.getDeclaredMethods())
                .filter(it -> it.getName().equals(name))
                .findFirst()
                .orElseThrow();
        requestMappingHandlerMapping.registerMapping(route, table, handler);
    }
}
