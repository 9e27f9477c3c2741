namespace FlowConfigs.Api; public static class P { public static void Main() { } }
